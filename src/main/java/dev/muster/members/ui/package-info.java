/** Advocates, profile, profile fields and groups pages. */
@NullMarked
package dev.muster.members.ui;

import org.jspecify.annotations.NullMarked;
