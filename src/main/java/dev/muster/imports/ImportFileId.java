package dev.muster.imports;

/** Identifies an uploaded file. */
public record ImportFileId(long value) {}
