package io.kassa.pos.web.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers in place of the API while the till is not open: it is starting, or its books cannot be opened. Steps back as soon as
 * the API, which ranks higher, is there.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/api/*", "/health", "/metrics"})
@HttpWhiteboardContextSelect(TillContext.SELECT)
@ServiceRanking(-1)
public final class ClosedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Problems problems = new Problems();
    private final transient Answers answers = new Answers();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // what a body holds is not for a till that cannot store it
        response.setHeader("Connection", "close");
        answers.write(response, request.getServletPath().equals("/health") ? notOk() : closed());
    }

    private Reply closed() {
        return problems.of(new Refused(Refusal.CLOSED));
    }

    private static Reply notOk() {
        int status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        return new Reply.Raw(status, "text/plain;charset=utf-8", "not ok\n".getBytes(StandardCharsets.US_ASCII));
    }
}
