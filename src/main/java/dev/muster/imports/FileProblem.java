package dev.muster.imports;

/**
 * Why a whole file cannot be imported.
 *
 * @param message what is wrong, exactly as people read it, such as {@code FAILED: Invalid Encoding}
 * @param explanation where it is and what to do
 */
public record FileProblem(String message, String explanation) {}
