package dev.muster.common;

/** Has to know when the database may be a restored one. Called before anything else runs, however short it was. */
@FunctionalInterface
public interface AfterSilence {

    /** Does what is due after {@code silence}; may be called again for the same one. */
    void after(Silence silence);
}
