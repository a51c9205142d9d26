package io.kassa.pos.web.http;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The till's own servlet context, so that its filter and its pages meet nobody else's. */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = TillContext.NAME, path = "/")
@ServiceRanking(1)
public final class TillContext extends ServletContextHelper {

    public static final String NAME = "io.kassa.pos.web";
    public static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    @Activate
    public TillContext(BundleContext context) {
        super(context.getBundle());
    }
}
