package dev.gatehouse.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Arrays;

/// Where a person enters the code that a device shows (RFC 8628 section 3.3), and chooses whom to be.
final class DevicePage implements HttpHandler {
    private final DeviceGrants devices;

    DevicePage(DeviceGrants devices) {
        this.devices = devices;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                var entered = Form.read(exchange.getRequestBody());
                chosen(exchange, entered.get("user_code"), entered.get("part"));
            } else {
                String query = exchange.getRequestURI().getRawQuery();
                SignInPage.page(
                        exchange,
                        200,
                        choices(Form.parse(query == null ? "" : query).get("user_code")));
            }
        }
    }

    private void chosen(HttpExchange exchange, String code, String chosen) throws IOException {
        boolean known = Arrays.stream(DemoPart.values())
                .filter(part -> part.id().equals(chosen))
                .anyMatch(part -> devices.allow(code, part));
        if (known) {
            SignInPage.page(exchange, 200, "<h1>Done</h1><p>Close this window and go back to the terminal.</p>");
        } else {
            SignInPage.page(
                    exchange,
                    400,
                    "<h1>No device waits with this code</h1><p>It may have waited too long: begin again there.</p>");
        }
    }

    private static String choices(String code) {
        return "<h1>A device wants to sign in</h1><p>Enter the code that it shows, and say who you are. These five people"
                + " are invented; there is no password.</p><form method=\"post\" action=\"/device\"><p><label>Code"
                + " <input name=\"user_code\" required autocomplete=\"off\" value=\"" + SignInPage.escaped(code)
                + "\"></label></p>" + SignInPage.buttons() + "</form>";
    }
}
