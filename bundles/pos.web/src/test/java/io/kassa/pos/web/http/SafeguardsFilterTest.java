package io.kassa.pos.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests from elsewhere, which a test on one machine cannot send. */
class SafeguardsFilterTest {

    private final Safeguards safeguards = new Safeguards(new Authorities("till.example:8443"));
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean passedOn;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, true",
        "127.0.0.53, false, true",
        "::1, false, true",
        "192.168.1.20, true, true",
        "2001:db8::20, true, true",
        "192.168.1.20, false, false",
        "2001:db8::20, false, false",
    })
    void overANetworkTheTillAnswersOnlyEncrypted(String from, boolean encrypted, boolean answers) throws Exception {
        FilterChain chain = (request, response) -> passedOn = true;
        safeguards.doFilter(request(from, encrypted), response(), chain);
        assertThat(passedOn).isEqualTo(answers);
        assertThat(body.toString(StandardCharsets.UTF_8).contains("web.not-encrypted"))
                .isEqualTo(!answers);
    }

    private static HttpServletRequest request(String from, boolean encrypted) {
        Map<String, Object> says = Map.of(
                "getRemoteAddr", from, "isSecure", encrypted, "getHeader", "till.example:8443", "getLocalPort", 8443);
        return (HttpServletRequest) Proxy.newProxyInstance(
                SafeguardsFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> says.get(method.getName()));
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                SafeguardsFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> method.getName().equals("getOutputStream") ? output() : null);
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                body.write(b);
            }
        };
    }
}
