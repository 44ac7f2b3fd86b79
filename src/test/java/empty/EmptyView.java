package empty;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;

/** The one page; not at the root, where Muster has one of its own in tests of its pages. */
@Route("empty")
public final class EmptyView extends Div {

    private static final long serialVersionUID = 1;

    public EmptyView() {
        add(new H1("Empty"));
    }
}
