package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses that are nearly right. */
final class AddressRepair {

    private static final Pattern ANGLES = Pattern.compile("[^<>]{0,255}<([^<>]{1,320})>[;,]?");
    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:([^?]{1,320})(\\?.*)?");

    /** Misspelt domains of providers that many people use; none of them is a domain that people have mail at. */
    private static final Map<String, String> DOMAINS = Map.ofEntries(
            Map.entry("gmial.com", "gmail.com"),
            Map.entry("gmai.com", "gmail.com"),
            Map.entry("gmal.com", "gmail.com"),
            Map.entry("gamil.com", "gmail.com"),
            Map.entry("gmaill.com", "gmail.com"),
            Map.entry("gmail.con", "gmail.com"),
            Map.entry("gmail.cmo", "gmail.com"),
            Map.entry("gmail.comm", "gmail.com"),
            Map.entry("hotmial.com", "hotmail.com"),
            Map.entry("hotmal.com", "hotmail.com"),
            Map.entry("hotmai.com", "hotmail.com"),
            Map.entry("hotmail.con", "hotmail.com"),
            Map.entry("yaho.com", "yahoo.com"),
            Map.entry("yahooo.com", "yahoo.com"),
            Map.entry("yhaoo.com", "yahoo.com"),
            Map.entry("yahoo.con", "yahoo.com"),
            Map.entry("outlok.com", "outlook.com"),
            Map.entry("outloook.com", "outlook.com"),
            Map.entry("outlook.con", "outlook.com"),
            Map.entry("iclod.com", "icloud.com"),
            Map.entry("icloud.con", "icloud.com"));

    private static final String INITIALS = DOMAINS.keySet().stream()
            .map(domain -> domain.substring(0, 1))
            .distinct()
            .collect(Collectors.joining());

    /** The bit that makes a letter of ASCII a small one. */
    private static final int LOWER_CASE = 0x20;

    private AddressRepair() {}

    /** Returns the address inside {@code cell}, or empty where nothing is around it or it is none. */
    static Optional<String> unwrapped(String cell) {
        if (cell.indexOf('<') < 0 && cell.indexOf(':') < 0) {
            return Optional.empty();
        }
        String text = WhiteSpace.clean(cell);
        Matcher angles = ANGLES.matcher(text);
        String inside = angles.matches() ? WhiteSpace.clean(angles.group(1)) : text;
        Matcher mailto = MAILTO.matcher(inside);
        String address = mailto.matches() ? WhiteSpace.clean(mailto.group(1)) : inside;
        return address.equals(text) || EmailAddress.parse(address).isEmpty() ? Optional.empty() : Optional.of(address);
    }

    /** Returns {@code cell} with the domain that was meant, or empty where it is not a known mistake. */
    static Optional<String> respelled(String cell) {
        if (!mayBeMisspelled(cell)) {
            return Optional.empty();
        }
        String text = WhiteSpace.clean(cell);
        int at = text.lastIndexOf('@');
        String meant = DOMAINS.get(text.substring(at + 1).toLowerCase(Locale.ROOT));
        return at < 1 || meant == null ? Optional.empty() : Optional.of(text.substring(0, at + 1) + meant);
    }

    /** Tells at a glance that nearly no address has one of the domains, by the letter that it begins with. */
    private static boolean mayBeMisspelled(String cell) {
        int domain = cell.lastIndexOf('@') + 1;
        return domain > 0 && domain < cell.length() && INITIALS.indexOf(cell.charAt(domain) | LOWER_CASE) >= 0;
    }
}
