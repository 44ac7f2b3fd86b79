package dev.muster.imports;

/** An import of this node was started, taken up, asked to stop or ended. */
record ImportTouched(ImportId id) {}
