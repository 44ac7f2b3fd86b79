package dev.muster.testing;

import dev.muster.common.AfterSilence;
import dev.muster.common.Heartbeat;
import dev.muster.common.HubSettings;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;

/** Gives a test the heartbeat of a node that is about to start. */
public final class Heartbeats {

    private Heartbeats() {}

    /** Returns it, telling {@code listeners} alone. */
    public static Heartbeat ofANewNode(ApplicationContext application, AfterSilence... listeners) {
        var node = new DefaultListableBeanFactory();
        for (int i = 0; i < listeners.length; i++) {
            node.registerSingleton("listener" + i, listeners[i]);
        }
        var parent = application.getAutowireCapableBeanFactory();
        return new Heartbeat(
                parent.getBean(HubSettings.class),
                node.getBeanProvider(AfterSilence.class),
                parent.getBean(SettableClock.class));
    }
}
