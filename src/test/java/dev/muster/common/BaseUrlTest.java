package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://hub.example.com, https://hub.example.com",
        "' HTTPS://Hub.Example.com/ ', https://hub.example.com",
        "http://localhost:8080, http://localhost:8080",
        "https://example.com/hub//, https://example.com/hub",
        "https://mülheim.example, https://xn--mlheim-3ya.example",
        "http://[::1]:8080/, http://[::1]:8080"
    })
    void isKeptAsLinksNeedIt(String typed, String kept) {
        assertThat(BaseUrl.parse(typed)).contains(new BaseUrl(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hub.example.com",
                "javascript:alert(1)",
                "https://",
                "https://hub.example.com?x=1",
                "https://hub.example.com#x",
                "https://user:secret@hub.example.com",
                "https://hub example.com",
                "https://-.example\"onclick=\"",
                "https://hub.example.com:99999",
                "ftp://hub.example.com",
                "https://hub.example.com/\r\nBcc: x"
            })
    void isRefusedWhereNoLinkCanStartWithIt(String typed) {
        assertThat(BaseUrl.parse(typed)).isEmpty();
    }

    @Test
    void ofThisMachineServesNobodyElse() {
        assertThat(new BaseUrl("http://localhost:8080").isOfOneMachine()).isTrue();
        assertThat(new BaseUrl("http://127.0.0.1").isOfOneMachine()).isTrue();
        assertThat(new BaseUrl("https://hub.example.com").isOfOneMachine()).isFalse();
    }
}
