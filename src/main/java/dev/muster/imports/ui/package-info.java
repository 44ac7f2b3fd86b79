/** The import dialog, live progress, the list of imports and the page of one import. */
@NullMarked
package dev.muster.imports.ui;

import org.jspecify.annotations.NullMarked;
