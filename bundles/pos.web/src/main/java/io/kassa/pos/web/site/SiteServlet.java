package io.kassa.pos.web.site;

import io.kassa.pos.web.http.Closed;
import io.kassa.pos.web.http.TillContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Serves the site, also of a till that is not open. Browsers keep the files and ask by tag whether they changed, so that an update
 * shows at once.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardContextSelect(TillContext.SELECT)
public final class SiteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final String FOLDER = "/io/kassa/pos/web/site";

    private final transient Site site;
    private final transient Closed closed = new Closed();

    @Activate
    public SiteServlet(BundleContext context) {
        this(new Site(files(context.getBundle())));
    }

    public SiteServlet(Site site) {
        this.site = site;
    }

    private static Map<String, URL> files(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*", true);
        return found == null
                ? Map.of()
                : Collections.list(found).stream()
                        .filter(url -> !url.getPath().endsWith("/"))
                        .collect(Collectors.toMap(url -> url.getPath().substring(FOLDER.length()), url -> url));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String path = path(request);
        if (closed.isAskedFor(path)) {
            closed.answer(response, path);
        } else if (READING.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            // TRACE too, which would send a cookie back for a script to read
            response.setHeader("Allow", String.join(", ", READING));
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> found = site.at(path(request));
        if (found.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asset asset = found.get();
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", asset.tag());
        if (asset.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        response.setContentLength(asset.bytes().length);
        response.getOutputStream().write(asset.bytes());
    }

    private static String path(HttpServletRequest request) {
        String inside = request.getPathInfo();
        return inside == null ? request.getServletPath() : request.getServletPath() + inside;
    }
}
