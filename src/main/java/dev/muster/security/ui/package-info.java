/** Login and set-up pages. */
@NullMarked
package dev.muster.security.ui;

import org.jspecify.annotations.NullMarked;
