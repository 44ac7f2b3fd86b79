package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Email;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void keyIsLowerCaseWithAnAsciiDomain() {
        assertThat(EmailAddress.parse(" Jürgen.Weiss@x.de")).isEmpty();
        assertThat(EmailAddress.parse(" \u00a0A.B+tag@MÜNCHEN.de\u200b"))
                .hasValue(new EmailAddress("A.B+tag@MÜNCHEN.de", "a.b+tag@xn--mnchen-3ya.de"));
        assertThat(EmailAddress.parse("i@straße.de").orElseThrow().key()).isEqualTo("i@xn--strae-oqa.de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "foo",
                "a@",
                "@x.com",
                "a@b",
                "a@b@c.com",
                "a..b@x.com",
                ".a@x.com",
                "a.@x.com",
                "a@-x.com",
                "a@x..com",
                "a@x.com.",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "\"a b\"@x.com",
                "Bob <b@x.com>",
                "a@x.com;b@x.com",
                "<a@b.com>c@d.com",
                "=?x?q?=41=40evil.com=3e?=foo@x.com",
                "a@x.com\r\nBcc: b@x.com",
                "mailto:a@x.com",
                "josé@x.com",
                "a＠x.com",
                "a\u202eb@x.com",
                "a\u200bb@x.com",
                "a b@x.com",
                "\u0430@x.com"
            })
    void refusesWhatMailCannotReach(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void refusesLongAddresses() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@x.com")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@x.com")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(63) + "."
                        + "e".repeat(63) + ".com"))
                .isEmpty();
    }

    /** Our rules are the narrower ones; running Bean Validation's beside them would only cost time in an import. */
    @Test
    void acceptsNothingThatBeanValidationRefuses() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();
            var random = new Random(5);
            for (int i = 0; i < 20_000; i++) {
                String text = random.ints(random.nextInt(1, 12), 0, ALPHABET.length())
                        .mapToObj(index -> ALPHABET.substring(index, index + 1))
                        .collect(Collectors.joining("", "", "@" + i + "x.de"));
                EmailAddress.parse(text)
                        .ifPresent(address -> assertThat(
                                        validator.validateValue(Candidate.class, "address", address.key()))
                                .as(address.key())
                                .isEmpty());
            }
        }
    }

    private static final String ALPHABET = "aZ09!#$%&'*+-/=?^_`{|}~.@ \"()<>[]:;,\\é";

    private record Candidate(@Email String address) {}
}
