package io.kassa.pos.web.api;

import static io.kassa.pos.web.http.Access.ADMIN;
import static io.kassa.pos.web.http.Access.CASHIER;
import static io.kassa.pos.web.http.Access.LOCAL;
import static io.kassa.pos.web.http.Access.PAIRED;
import static io.kassa.pos.web.http.Access.PUBLIC;
import static io.kassa.pos.web.http.Access.SCRAPER;

import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** Every endpoint and who may call it; {@code openapi.json} says the same, and a test compares the two. */
public final class Endpoints {

    private static final String REGISTER = "/api/registers/{register}";
    private static final String SALE = REGISTER + "/sales/{sale}";
    private static final String ATTEMPT = REGISTER + "/attempts/{attempt}";
    private static final String RECEIPT = "/api/receipts/{sale}";
    private static final String REFUND_ATTEMPT = "/api/refunds/attempts/{attempt}";
    private static final String SERIAL = "/api/config/scanner/serial/{register}";
    private static final String FORM = "/api/config/forms/{factoryPid}";

    private Endpoints() {}

    public static List<Route> of(Areas areas) {
        return Stream.of(
                        visiting(areas.about(), areas.login()),
                        pairing(areas.pairing()),
                        selling(areas.selling(), areas.pictures()),
                        receipts(areas.receipts(), areas.pictures()),
                        worklist(areas.worklist()),
                        configuration(areas.setup()),
                        plugins(areas.forms()),
                        deployments(areas.deployments()),
                        scanning(areas.scanner(), areas.serial()),
                        people(areas.people()),
                        operations(areas.health(), areas.metrics()),
                        List.of(Route.of("GET", "/api/events", CASHIER, areas.events()::open)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> visiting(AboutApi about, LoginApi login) {
        return List.of(
                Route.of("GET", "/api/about", PUBLIC, about::about),
                Route.of("GET", "/api/openapi.json", PUBLIC, about::description),
                Route.of("GET", "/api/session", PUBLIC, login::session),
                Route.of("POST", "/api/session", PUBLIC, LoginApi.Login.class, login::login),
                Route.of("DELETE", "/api/session", PUBLIC, login::logout),
                Route.of("POST", "/api/session/confirmation", ADMIN, LoginApi.Confirmation.class, login::confirm),
                Route.of("POST", "/api/first-admin", PUBLIC, LoginApi.FirstAdmin.class, login::firstAdmin),
                Route.of("GET", "/api/cashiers", PAIRED, login::cashiers));
    }

    private static List<Route> pairing(PairingApi pairing) {
        return List.of(
                Route.of("GET", "/api/registers", CASHIER, pairing::registers),
                Route.of("PUT", REGISTER + "/pairing", ADMIN, pairing::pair),
                Route.of("DELETE", REGISTER + "/pairing", ADMIN, pairing::unpair));
    }

    private static List<Route> selling(SellingApi selling, PictureApi pictures) {
        return List.of(
                Route.of("GET", "/api/catalogue", CASHIER, selling::catalogue),
                Route.of("GET", REGISTER, CASHIER, selling::view),
                Route.of("POST", REGISTER + "/lines", CASHIER, SellingApi.NewLine.class, selling::addLine),
                Route.of("POST", REGISTER + "/scans", CASHIER, SellingApi.NewScan.class, selling::addScanned),
                Route.of("PUT", SALE + "/lines/{line}", CASHIER, SellingApi.LineChange.class, selling::changeLine),
                Route.of("PUT", SALE + "/discount", CASHIER, SellingApi.SaleDiscount.class, selling::discount),
                Route.of("POST", SALE + "/payments", CASHIER, SellingApi.NewPayment.class, selling::pay),
                Route.of("DELETE", SALE + "/tenders/{attempt}", CASHIER, selling::removeTender),
                Route.of("POST", SALE + "/completion", CASHIER, selling::complete),
                Route.of("POST", SALE + "/cancellation", CASHIER, SellingApi.Cancellation.class, selling::cancel),
                Route.of("POST", SALE + "/unused", CASHIER, SellingApi.UseUnused.class, selling::useUnused),
                Route.of("POST", ATTEMPT + "/answers", CASHIER, StepAnswer.class, selling::answer),
                Route.of("POST", ATTEMPT + "/picture", CASHIER, pictures::answerPayment),
                Route.of("DELETE", ATTEMPT, CASHIER, selling::dismiss));
    }

    private static List<Route> receipts(ReceiptsApi receipts, PictureApi pictures) {
        return List.of(
                Route.of("GET", "/api/receipts", CASHIER, receipts::search),
                Route.of("GET", RECEIPT, CASHIER, receipts::receipt),
                Route.of(
                        "POST", RECEIPT + "/proposals", CASHIER, ReceiptsApi.ProposalQuestion.class, receipts::propose),
                Route.of("POST", RECEIPT + "/refunds", CASHIER, ReceiptsApi.NewRefund.class, receipts::refund),
                Route.of(
                        "POST",
                        "/api/unused/{attempt}/refunds",
                        CASHIER,
                        ReceiptsApi.NewUnusedRefund.class,
                        receipts::refundUnused),
                Route.of("POST", REFUND_ATTEMPT + "/answers", CASHIER, StepAnswer.class, receipts::answer),
                Route.of("POST", REFUND_ATTEMPT + "/picture", CASHIER, pictures::answerRefund),
                Route.of("POST", REFUND_ATTEMPT + "/inquiry", CASHIER, receipts::inquire));
    }

    private static List<Route> worklist(WorklistApi worklist) {
        return List.of(
                Route.of("GET", "/api/worklist", CASHIER, worklist::worklist),
                Route.of(
                        "POST",
                        "/api/worklist/unverified/{attempt}/verification",
                        CASHIER,
                        WorklistApi.TypedReference.class,
                        worklist::verify),
                Route.of(
                        "POST",
                        "/api/worklist/cases/{case}/resolution",
                        ADMIN,
                        WorklistApi.Resolution.class,
                        worklist::resolve),
                Route.of(
                        "POST",
                        "/api/worklist/cases/{case}/settlement",
                        ADMIN,
                        WorklistApi.Settlement.class,
                        worklist::settle));
    }

    private static List<Route> configuration(SetupApi setup) {
        return List.of(
                Route.of("GET", "/api/config/methods", ADMIN, setup::methods),
                Route.of("PUT", "/api/config/methods/{method}", ADMIN, MethodSettings.class, setup::saveMethod),
                Route.of("POST", "/api/config/methods/{method}/test", ADMIN, setup::test),
                Route.of("GET", "/api/config/registers", ADMIN, setup::registers),
                Route.of(
                        "PUT",
                        "/api/config/registers/{register}",
                        ADMIN,
                        SetupApi.RegisterChange.class,
                        setup::saveRegister),
                Route.of("GET", "/api/config/groups", ADMIN, setup::groups),
                Route.of("PUT", "/api/config/groups/{group}", ADMIN, SetupApi.GroupChange.class, setup::saveGroup),
                Route.of("GET", "/api/config/products", ADMIN, setup::products),
                Route.of(
                        "PUT",
                        "/api/config/products/{product}",
                        ADMIN,
                        SetupApi.ProductChange.class,
                        setup::saveProduct));
    }

    private static List<Route> scanning(ScannerApi scanner, SerialApi serial) {
        return List.of(
                Route.of("POST", "/api/outlines", CASHIER, scanner::outlines),
                Route.of("POST", "/api/config/scanner/picture", ADMIN, scanner::look),
                Route.of("GET", "/api/config/scanner/serial", ADMIN, serial::overview),
                Route.of("PUT", SERIAL, ADMIN, SerialSettings.class, serial::use),
                Route.of("DELETE", SERIAL, ADMIN, serial::stop));
    }

    private static List<Route> plugins(FormsApi forms) {
        return List.of(
                Route.of("GET", "/api/config/forms", ADMIN, forms::forms),
                Route.of("POST", FORM + "/check", ADMIN, FormsApi.Draft.class, forms::check),
                Route.of("POST", FORM + "/probe", ADMIN, FormsApi.Draft.class, forms::probe),
                Route.of("POST", FORM + "/configurations", ADMIN, FormsApi.Draft.class, forms::save),
                Route.of("GET", FORM + "/configurations/{configuration}/removal", ADMIN, forms::removal),
                Route.of("DELETE", FORM + "/configurations/{configuration}", ADMIN, forms::delete));
    }

    private static List<Route> deployments(DeploymentsApi deployments) {
        return List.of(
                Route.of("GET", "/api/config/plug-ins", ADMIN, deployments::plugIns),
                Route.of("POST", "/api/config/plug-ins", ADMIN, deployments::deploy),
                Route.of("POST", "/api/config/plug-ins/{plugIn}/rollback", ADMIN, deployments::rollBack));
    }

    private static List<Route> operations(HealthApi health, MetricsApi metrics) {
        return List.of(
                Route.of("GET", "/api/health", ADMIN, health::health),
                Route.of("POST", "/api/health", ADMIN, health::test),
                Route.of("GET", "/health", LOCAL, health::alive),
                Route.of("GET", "/metrics", SCRAPER, metrics::metrics));
    }

    private static List<Route> people(PeopleApi people) {
        return List.of(
                Route.of("GET", "/api/config/people", ADMIN, people::people),
                Route.of("PUT", "/api/config/people/{name}", ADMIN, PeopleApi.PersonChange.class, people::save));
    }
}
