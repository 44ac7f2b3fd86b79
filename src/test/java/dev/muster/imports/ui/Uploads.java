package dev.muster.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ElementData;
import com.vaadin.flow.server.StreamResourceRegistry.ElementStreamResource;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/** Uploads a file as the browser would: to the address that the page gave it. */
final class Uploads {

    private Uploads() {}

    static void upload(String fileName, byte[] content) throws IOException {
        upload(fileName, content.length, new ByteArrayInputStream(content));
    }

    static void upload(String fileName, long length, InputStream content) throws IOException {
        Element target = target();
        URI address = URI.create(target.getAttribute("target"));
        var resource = (ElementStreamResource) VaadinSession.getCurrent()
                .getResourceRegistry()
                .getResource(address)
                .orElseThrow();
        var event =
                new UploadEvent(
                        VaadinRequest.getCurrent(),
                        VaadinResponse.getCurrent(),
                        VaadinSession.getCurrent(),
                        fileName,
                        length,
                        "text/csv",
                        target,
                        null) {
                    @Override
                    public InputStream getInputStream() {
                        return content;
                    }
                };
        ((UploadHandler) resource.getElementRequestHandler()).handleUploadRequest(event);
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    private static Element target() {
        var found = new AtomicReference<Element>();
        UI.getCurrent().getInternals().getStateTree().getRootNode().visitNodeTree(node -> keep(node, found));
        return found.get();
    }

    private static void keep(StateNode node, AtomicReference<Element> found) {
        if (node.hasFeature(ElementData.class)
                && "vaadin-upload-manager-connector"
                        .equals(node.getFeature(ElementData.class).getTag())) {
            found.set(Element.get(node));
        }
    }
}
