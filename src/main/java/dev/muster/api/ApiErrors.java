package dev.muster.api;

import dev.muster.common.Catalogue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says what is wrong with a request that reaches no service: as a problem detail, with what to do. */
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

    private final Catalogue texts;

    ApiErrors(Catalogue texts) {
        this.texts = texts;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
        return answer(
                Problems.of(
                        HttpStatus.NOT_FOUND,
                        texts.text("api.problem.no-such-address", asked.getMethod(), asked.getRequestURI())),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException cause,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        // The dispatcher tells them in any order.
        var supported = new TreeSet<>(List.of(Objects.requireNonNullElse(cause.getSupportedMethods(), new String[0])));
        var problem = Problems.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                texts.text("api.problem.method", cause.getMethod(), String.join(", ", supported)));
        problem.getHeaders().addAll(headers);
        return answer(problem, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String supported =
                cause.getSupportedMediaTypes().stream().map(Object::toString).collect(Collectors.joining(", "));
        String found = cause.getContentType() == null
                ? texts.text("api.nothing")
                : cause.getContentType().toString();
        return answer(
                Problems.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, texts.text("api.problem.content-type", supported, found)),
                request);
    }

    /** An address with something that is no number is the address of nothing; a parameter is wrong. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (cause instanceof MethodArgumentTypeMismatchException argument
                && !argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            var findings = new Findings(texts);
            findings.wrong(argument.getName(), texts.text(expected(argument)), argument.getValue());
            return answer(findings.refusal(), request);
        }
        return answer(
                Problems.of(
                        HttpStatus.NOT_FOUND, texts.text("api.problem.no-number", String.valueOf(cause.getValue()))),
                request);
    }

    private static String expected(MethodArgumentTypeMismatchException argument) {
        boolean isNumber = Stream.of(int.class, long.class).anyMatch(type -> type == argument.getRequiredType());
        return isNumber ? "api.expected.number" : "api.expected.flag";
    }

    private @Nullable ResponseEntity<Object> answer(ErrorResponseException problem, WebRequest request) {
        return handleExceptionInternal(
                problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }
}
