package io.kassa.pos.web.http;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a request comes from. */
final class Remote {

    private Remote() {}

    static boolean isThisMachine(ServletRequest request) {
        try {
            // an address, not a name: nothing is looked up
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException never) {
            return false;
        }
    }
}
