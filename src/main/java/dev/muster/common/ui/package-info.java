/** Pieces that every page is made of, and the interfaces by which a feature adds itself to the shell. */
@NullMarked
package dev.muster.common.ui;

import org.jspecify.annotations.NullMarked;
