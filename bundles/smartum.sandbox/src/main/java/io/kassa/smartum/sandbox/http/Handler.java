package io.kassa.smartum.sandbox.http;

/** Answers requests; called by several threads at once. */
@FunctionalInterface
public interface Handler {
    Reply handle(HttpRequest request);
}
