/** The import as tutorials write it, to measure against. Outside the packages of Muster, so that no test of it finds it. */
@org.jspecify.annotations.NullMarked
package tutorial;
