package dev.muster.imports;

/** Identifies an import: one run over one file. */
public record ImportId(long value) {}
