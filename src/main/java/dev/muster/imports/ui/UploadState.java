package dev.muster.imports.ui;

import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import org.jspecify.annotations.Nullable;

/** Where the file of the import dialog stands. */
sealed interface UploadState {

    /** Returns what a look through a stored file found. */
    static UploadState of(FileInspection inspection) {
        return switch (inspection) {
            case FileInspection.Usable usable -> new Usable(usable);
            case FileInspection.Unusable unusable ->
                new Unusable(unusable.fileName(), unusable.problem(), unusable.reading());
        };
    }

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

    /**
     * The file cannot be imported, and why.
     *
     * @param reading how it was read, where another way may help: the file is kept then; else null
     */
    record Unusable(String fileName, FileProblem problem, FileInspection.@Nullable Reading reading)
            implements UploadState {}

    /**
     * The upload broke off.
     *
     * @param percent how far it had come
     */
    record Stopped(String fileName, int percent) implements UploadState {}
}
