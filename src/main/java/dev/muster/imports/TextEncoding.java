package dev.muster.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How the characters of a file are written as bytes. */
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, "EFBBBF"),
    UTF_16LE("UTF-16 LE", StandardCharsets.UTF_16LE, "FFFE"),
    UTF_16BE("UTF-16 BE", StandardCharsets.UTF_16BE, "FEFF"),
    UTF_32LE("UTF-32 LE", StandardCharsets.UTF_32LE, "FFFE0000"),
    UTF_32BE("UTF-32 BE", StandardCharsets.UTF_32BE, "0000FEFF"),
    WINDOWS_1252("Windows-1252"),
    WINDOWS_1250("Windows-1250"),
    WINDOWS_1251("Windows-1251"),
    WINDOWS_1253("Windows-1253"),
    WINDOWS_1254("Windows-1254"),
    ISO_8859_1("ISO-8859-1"),
    ISO_8859_2("ISO-8859-2"),
    ISO_8859_5("ISO-8859-5"),
    ISO_8859_7("ISO-8859-7"),
    ISO_8859_9("ISO-8859-9"),
    ISO_8859_15("ISO-8859-15");

    private final String label;
    private final Charset charset;

    /** The bytes of its byte order mark in hexadecimal digits; empty where it has none. */
    private final String mark;

    TextEncoding(String label) {
        this(label, Charset.forName(label), "");
    }

    TextEncoding(String label, Charset charset, String mark) {
        this.label = label;
        this.charset = charset;
        this.mark = mark;
    }

    /** Returns the name as people read it, such as {@code Windows-1252}. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /** Tells whether each byte is a character: the encodings from before Unicode. */
    boolean isOlder() {
        return mark.isEmpty();
    }

    /** Returns how many bytes of {@code head} are this encoding's byte order mark: its length, or 0. */
    int markLength(byte[] head) {
        byte[] bytes = HexFormat.of().parseHex(mark);
        boolean isThere = bytes.length <= head.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
        return isThere ? bytes.length : 0;
    }

    /** Returns the encoding that the mark at the start of {@code head} announces. */
    static Optional<TextEncoding> marked(byte[] head) {
        // The mark of UTF-32 LE begins like that of UTF-16 LE.
        return Arrays.stream(values())
                .filter(encoding -> encoding.markLength(head) > 0)
                .max((one, other) -> Integer.compare(one.mark.length(), other.mark.length()));
    }

    /** Returns the encoding that goes by {@code name} elsewhere. */
    static Optional<TextEncoding> named(String name) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.charset.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
