package dev.muster.imports;

/**
 * A column that holds addresses.
 *
 * @param index which cell of a row it is
 * @param repeated the addresses that more than one of its cells hold, read as they are written
 */
record AddressColumn(int index, RepeatedAddresses repeated) {}
