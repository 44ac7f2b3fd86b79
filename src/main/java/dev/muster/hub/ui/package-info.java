/** The pages of members and of those who are about to be. */
@NullMarked
package dev.muster.hub.ui;

import org.jspecify.annotations.NullMarked;
