package dev.muster.members.index;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * Finds members in the memory of this node. A hub that is small enough for the database to do as well has no index. Before
 * it answers it takes in what was touched since, so that whoever changed something sees it; only where that is very much,
 * such as by an import, it answers as of a moment ago and takes it in beside.
 */
@Component
public class MemberIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MemberIndex.class);

    private static final Duration COMPARES_EVERY = Duration.ofMinutes(15);

    private final IndexRows rows;
    private final MemberTouches touches;
    private final int smallest;
    private final Answers answers = new Answers();
    private final IndexKeeper keeper = new IndexKeeper(this::look);
    private final FreshContent content;

    // Only the keeper's thread has to do with these.
    private long seen = -1;
    private long tooSmallAt = -1;
    private long comparedAt = System.nanoTime();

    /**
     * Takes an index that is empty.
     *
     * @param smallest of how many members on a hub has an index; negative for none
     */
    @Autowired
    MemberIndex(
            IndexRows rows, MemberTouches touches, DataSource database, @Value("${muster.index.from}") int smallest) {
        this(rows, touches, new JdbcTransactionManager(database), smallest);
    }

    /** Does the same, with {@code transactions} that can be as of one moment; those of the hub's services cannot. */
    MemberIndex(IndexRows rows, MemberTouches touches, PlatformTransactionManager transactions, int smallest) {
        this.rows = rows;
        this.touches = touches;
        this.smallest = smallest;
        this.content = new FreshContent(touches, new IndexReader(rows, touches, transactions), smallest, keeper::call);
    }

    /** Returns who is wanted; empty where the database has to be asked. */
    public Optional<Found> find(Wanted wanted) {
        return Optional.ofNullable(content.fresh()).map(now -> answers.find(now, wanted));
    }

    /** Has the index made before somebody asks. */
    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        if (smallest > 0) {
            keeper.begin();
        }
    }

    /** Does what there is to do, and tells whether nobody touched a member since the last time. */
    private boolean look(boolean wasCalled) {
        try {
            long number = touches.number();
            boolean isQuiet = number == seen;
            seen = number;
            Content now = content.asKnown();
            if (now == null) {
                if ((isQuiet || wasCalled) && number != tooSmallAt) {
                    make(number);
                }
            } else if (number > now.number()) {
                if (isQuiet || wasCalled) {
                    content.takeInSome(now);
                    keeper.call();
                }
            } else if (isQuiet && (now.isWorn() || isWrong(now))) {
                content.makeAnew();
            }
            return isQuiet;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The index of members could not be read; lists ask the database until it can.", e);
            return true;
        }
    }

    private void make(long number) {
        if (rows.areAtLeast(smallest)) {
            content.makeAnew();
        } else {
            tooSmallAt = number;
        }
    }

    /** A change that nobody said would be missing for ever: so the sums are compared now and then. */
    private boolean isWrong(Content now) {
        if (System.nanoTime() - comparedAt < COMPARES_EVERY.toNanos()) {
            return false;
        }
        comparedAt = System.nanoTime();
        boolean wrong = content.isWrong(now);
        if (wrong) {
            LOG.warn("The index of members was not up to date and is made anew.");
        }
        return wrong;
    }

    @Override
    public void destroy() {
        keeper.end();
    }
}
