package dev.muster.security.ui;

import com.vaadin.flow.server.VaadinRequest;

/** Who asks, as far as the network tells. */
final class Visitor {

    private Visitor() {}

    /** Returns the IP address that the current request comes from; empty where there is no request. */
    static String place() {
        VaadinRequest request = VaadinRequest.getCurrent();
        String address = request == null ? null : request.getRemoteAddr();
        return address == null ? "" : address;
    }
}
