package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSecretTest {

    @TempDir
    Path data;

    @Test
    void theFirstStartMakesAKeyFileForItsOwnerAlone() throws IOException {
        String hash = new HubSecret("", data.resolve("new")).hmacSha256Hex("tombstone", "mara@lumen.example");

        Path file = data.resolve("new/secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new HubSecret("", data.resolve("new")).hmacSha256Hex("tombstone", "mara@lumen.example"))
                .isEqualTo(hash)
                .matches("[0-9a-f]{64}");
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        String secret = "0123456789abcdef0123456789abcdef";

        var ofEnvironment = new HubSecret(secret, data);

        assertThat(data.resolve("secret.key")).doesNotExist();
        assertThat(ofEnvironment.hmacSha256Hex("tombstone", "a"))
                .isNotEqualTo(ofEnvironment.hmacSha256Hex("invitation", "a"));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new HubSecret("short", data))
                .hasMessage(
                        "The hub's secret has 5 characters; at least 32 are needed. Set MUSTER_SECRET to a longer one.");
    }

    @Test
    void aSealedTextIsOpenedByTheSecretThatSealedItAlone() {
        var secret = new HubSecret("0123456789abcdef0123456789abcdef", data);
        String sealed = secret.seal("letter", "Hello José");

        assertThat(secret.open("letter", sealed)).isEqualTo("Hello José");
        assertThat(secret.seal("letter", "Hello José")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> secret.open("invitation", sealed)).isInstanceOf(OtherSecretException.class);
        assertThatThrownBy(() -> new HubSecret("another secret of 32 characters!", data).open("letter", sealed))
                .isInstanceOf(OtherSecretException.class);
    }
}
