package io.kassa.pos.web.api;

/** The handlers that the table of endpoints names. */
public record Areas(
        AboutApi about,
        LoginApi login,
        PairingApi pairing,
        SellingApi selling,
        PictureApi pictures,
        ScannerApi scanner,
        SerialApi serial,
        ReceiptsApi receipts,
        WorklistApi worklist,
        SetupApi setup,
        FormsApi forms,
        DeploymentsApi deployments,
        PeopleApi people,
        EventsApi events,
        HealthApi health,
        MetricsApi metrics) {}
