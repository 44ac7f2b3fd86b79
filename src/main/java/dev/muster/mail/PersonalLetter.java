package dev.muster.mail;

/**
 * A letter to a member, in somebody's name.
 *
 * @param letter in which {@link PersonalLinks#JOIN} and {@link PersonalLinks#OPT_OUT} stand for the links
 * @param fromName the name that it is from, such as {@code Mara Lindqvist, Lumenworks}; the address is the hub's
 * @param replyTo the address that answers go to
 */
public record PersonalLetter(Letter letter, Addressee addressee, String fromName, String replyTo) {

    public PersonalLetter {
        fromName = HeaderText.clean(fromName);
        replyTo = HeaderText.clean(replyTo);
    }
}
