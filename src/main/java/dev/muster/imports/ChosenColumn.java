package dev.muster.imports;

/**
 * One column of the file and where it goes.
 *
 * @param header the column's name as the file has it, perhaps empty
 */
public record ChosenColumn(String header, ColumnTarget target) {}
