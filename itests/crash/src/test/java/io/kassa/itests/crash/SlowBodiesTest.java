package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person keeps the shipped till, with the threads that it ships with, from nobody else. */
class SlowBodiesTest {

    private static final int MANY = 100;
    private static final int MOST_OF_ONE = 64;

    @TempDir
    Path folder;

    @Test
    void aCashierWhoSendsSlowlyKeepsNobodyElseFromSelling() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (Shop shop = Shop.at(folder, List.of("R1", "R2"))) {
            TillApi cashier = new TillApi(shop.till().root());
            cashier.logIn(Map.of("kind", "pin", "name", "Aino", "pin", "1234", "register", "R1"));
            for (int i = 0; i < MANY; i++) {
                slow.add(beginning(shop.till().root(), cashier));
            }
            sells(shop, 1);
            awaitRefused(slow);
            sells(shop, 2);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** A request whose body never comes. */
    private static Socket beginning(URI till, TillApi cashier) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), till.getPort());
        String head = "POST /api/registers/R1/lines HTTP/1.1\r\nHost: " + till.getAuthority() + "\r\nOrigin: " + till
                + "\r\n" + cashier.head() + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static void sells(Shop shop, int seed) {
        assertThat(shop.api().status("/")).isEqualTo(200);
        shop.serve(new Visit("in cash", seed).buys("towel", 1).pays(Visit.Way.CASH, 0), "R2");
    }

    /** Those that the one may not keep are sent away, and no other. */
    private static void awaitRefused(List<Socket> slow) throws IOException {
        int refused = 0;
        for (int tries = 0; refused < MANY - MOST_OF_ONE && tries < 500; tries++) {
            Java.pause(20);
            refused = 0;
            for (Socket socket : slow) {
                refused += socket.getInputStream().available() > 0 ? 1 : 0;
            }
        }
        assertThat(refused).isEqualTo(MANY - MOST_OF_ONE);
    }
}
