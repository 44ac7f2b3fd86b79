package dev.muster.imports.ui;

import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;

/** Where the file of the import dialog stands. */
sealed interface UploadState {

    /** No file was chosen yet. */
    record None() implements UploadState {}

    /**
     * The bytes are on their way.
     *
     * @param percent how many of them have arrived, from 0 to 100
     */
    record Uploading(String fileName, int percent) implements UploadState {}

    /** All bytes have arrived, and the file is being looked through. */
    record Reading(String fileName) implements UploadState {}

    /** The file can be imported. */
    record Usable(FileInspection.Usable file) implements UploadState {}

    /** The file cannot be imported, and why. */
    record Unusable(String fileName, FileProblem problem) implements UploadState {}

    /**
     * The upload broke off.
     *
     * @param percent how far it had come
     */
    record Stopped(String fileName, int percent) implements UploadState {}
}
