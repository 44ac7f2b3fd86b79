package dev.muster.members;

import dev.muster.common.EmailAddress;
import dev.muster.common.Utc;
import dev.muster.security.HubSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The addresses of people who asked to be deleted, kept as keyed hashes: enough to keep them away, too little to find
 * out who they were. For services and jobs; it checks no rights.
 */
@Component
public class Tombstones {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final HubSecret secret;

    Tombstones(JdbcClient jdbc, JdbcTemplate batches, HubSecret secret) {
        this.jdbc = jdbc;
        this.batches = batches;
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
                .list()
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

    /**
     * Raises a tombstone for each deleted member, in place of an older one for the same address. Three statements at most,
     * however many.
     *
     * @param addressKeys the members' addresses by the members' ids
     */
    void raise(Map<Long, String> addressKeys, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        addressKeys.forEach((id, key) -> rows.add(new Object[] {hash(key), id, Utc.toColumn(now)}));
        if (!nobodyWasDeleted()) {
            jdbc.sql("DELETE FROM tombstone WHERE address_hash IN (:hashes)")
                    .param("hashes", rows.stream().map(row -> row[0]).toList())
                    .update();
        }
        batches.batchUpdate("INSERT INTO tombstone (address_hash, member_id, deleted_at) VALUES (?, ?, ?)", rows);
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
