package dev.muster.imports;

/**
 * A column of a file whose rejected rows can be put right.
 *
 * @param index where its cells stand in a row; one past the header's last for the cells that are too many
 * @param header the column's name as the file has it; empty where it has none
 * @param field what messages call it; empty where it goes nowhere
 */
public record FixableColumn(int index, String header, String field) {}
