package dev.muster.mail;

import java.util.List;

/**
 * Why a template cannot be saved.
 *
 * @param key of the sentence about it in the catalogue
 * @param arguments what fills the gaps of the sentence
 * @param start where the word that it is about begins in that part; with {@code end} 0 where it is about no word
 */
public record TemplateProblem(Part part, String key, List<String> arguments, int start, int end) {

    /** The part of a template that a problem is in. */
    public enum Part {
        SUBJECT,
        TEXT
    }

    public TemplateProblem {
        arguments = List.copyOf(arguments);
    }

    /** Tells whether it is about a word, from {@code start} to {@code end}. */
    public boolean marksAWord() {
        return end > start;
    }
}
