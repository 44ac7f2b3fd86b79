package dev.muster.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * What a letter says, block by block. The plain text and the HTML are made of the same blocks, so that both always say
 * the same; all that is put in is plain text, never markup.
 */
public final class MailBody {

    private final String hubName;
    private final List<Block> blocks = new ArrayList<>();
    private String footer = "";

    private MailBody(String hubName) {
        this.hubName = hubName;
    }

    /** Begins a letter under the name of the hub. */
    public static MailBody of(String hubName) {
        return new MailBody(hubName);
    }

    public MailBody heading(String text) {
        return add(new Block.Heading(text));
    }

    public MailBody paragraph(String text) {
        return add(new Block.Paragraph(text));
    }

    /** Adds a table of names and their values, in the order of the map. */
    public MailBody facts(SequencedMap<String, String> facts) {
        return add(new Block.Facts(facts));
    }

    /** Adds the one thing to do, which the plain text shows as the bare link. */
    public MailBody button(String label, URI link) {
        return add(new Block.Button(label, link));
    }

    /** Sets the small print at the end, such as why the reader gets this. */
    public MailBody footer(String text) {
        footer = text;
        return this;
    }

    private MailBody add(Block block) {
        blocks.add(block);
        return this;
    }

    /** Returns the letter as plain text, lines ended by LF. */
    public String text() {
        String body = blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
        return body + "\n\n-- \n" + hubName + (footer.isEmpty() ? "" : "\n" + footer) + "\n";
    }

    /** Returns the letter as a whole HTML page, without scripts, pictures or anything else to load. */
    public String html() {
        String body = blocks.stream().map(Block::html).collect(Collectors.joining("\n"));
        return MailLayout.page(MailLayout.escape(hubName), body, MailLayout.escape(footer));
    }
}
