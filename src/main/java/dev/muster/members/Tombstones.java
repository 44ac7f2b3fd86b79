package dev.muster.members;

import dev.muster.common.EmailAddress;
import dev.muster.security.HubSecret;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The addresses of people who asked to be deleted, kept as keyed hashes: enough to keep them away, too little to find
 * out who they were. For services and jobs; it checks no rights.
 */
@Component
public class Tombstones {

    private final JdbcClient jdbc;
    private final HubSecret secret;

    Tombstones(JdbcClient jdbc, HubSecret secret) {
        this.jdbc = jdbc;
        this.secret = secret;
    }

    /** Tells whether the person with {@code address} was deleted. */
    boolean stands(EmailAddress address) {
        return !deletedAmong(Set.of(address.key())).isEmpty();
    }

    /**
     * Returns which of {@code addressKeys} (see {@link EmailAddress#key}) belong to deleted people. One query however
     * many; while nobody was ever deleted, a query on an empty table.
     */
    public Set<String> deletedAmong(Collection<String> addressKeys) {
        if (addressKeys.isEmpty() || nobodyWasDeleted()) {
            return Set.of();
        }
        Map<String, String> keyByHash =
                addressKeys.stream().distinct().collect(Collectors.toMap(this::hash, Function.identity()));
        return jdbc
                .sql("SELECT address_hash FROM tombstone WHERE address_hash IN (:hashes)")
                .param("hashes", keyByHash.keySet())
                .query(String.class)
                .stream()
                .map(keyByHash::get)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Tells whether {@code id} was that of a member who was deleted. */
    boolean standsFor(MemberId id) {
        return jdbc.sql("SELECT COUNT(*) FROM tombstone WHERE member_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Returns what {@code tombstone.address_hash} holds for an address key. */
    String hash(String addressKey) {
        return secret.hmacSha256Hex("tombstone", addressKey);
    }

    private boolean nobodyWasDeleted() {
        return jdbc.sql("SELECT address_hash FROM tombstone LIMIT 1")
                .query(String.class)
                .list()
                .isEmpty();
    }
}
