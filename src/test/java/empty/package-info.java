/** Vaadin's own empty application, with one page and its usual theme: what the weight of Muster's pages is measured against. */
@org.jspecify.annotations.NullMarked
package empty;
