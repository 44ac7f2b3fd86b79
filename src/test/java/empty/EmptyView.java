package empty;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;

/** The one page. Registered by its application alone: tests of pages find every other route there is. */
@Route(value = "", registerAtStartup = false)
public final class EmptyView extends Div {

    private static final long serialVersionUID = 1;

    public EmptyView() {
        add(new H1("Empty"));
    }
}
