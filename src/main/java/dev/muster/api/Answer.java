package dev.muster.api;

/**
 * An answer that can be given again, to the letter.
 *
 * @param location where what was made is found
 * @param body a JSON document
 */
record Answer(int status, String location, String body) {}
