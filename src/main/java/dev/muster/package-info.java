/** The application itself: start, database and settings. */
@NullMarked
package dev.muster;

import org.jspecify.annotations.NullMarked;
