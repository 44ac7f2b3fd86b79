package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.muster.common.ui.Icons;
import dev.muster.mail.TemplateProblem;
import java.util.List;

/** Says why a template cannot be saved, each word in question marked. */
final class TemplateProblems extends Composite<UnorderedList> {

    TemplateProblems() {
        getContent().addClassName("template-problems");
        getContent().getElement().setAttribute("role", "alert");
        clear();
    }

    void clear() {
        getContent().removeAll();
        getContent().setVisible(false);
    }

    void show(List<TemplateProblem> problems) {
        getContent().removeAll();
        problems.forEach(problem -> getContent().add(item(problem)));
        getContent().setVisible(true);
    }

    private ListItem item(TemplateProblem problem) {
        String sentence = getTranslation(problem.key(), problem.arguments().toArray());
        var item = new ListItem(Icons.ERROR.create());
        if (problem.marksAWord() && sentence.startsWith(problem.arguments().getFirst())) {
            String word = problem.arguments().getFirst();
            item.add(new Div(new MarkedWord(word), new Text(sentence.substring(word.length()))));
        } else {
            item.add(new Span(sentence));
        }
        item.addClassNames("note", "note-error");
        return item;
    }
}
