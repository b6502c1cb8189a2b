using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Assay.Workbench.Team;

/// <summary>Logs, traces and metrics. Nothing leaves the machine unless somebody says where to.</summary>
internal static class Telemetry
{
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
    ];

    /// <summary>Has the program's own log written on standard error, a line of JSON each. Libraries are not heard: they may name
    /// paths.</summary>
    public static void Log(ILoggingBuilder logging, bool isOn)
    {
        logging.ClearProviders();
        if (!isOn)
            return;
        logging.AddFilter(
            (category, level) => level >= LogLevel.Information && category?.StartsWith("Assay", StringComparison.Ordinal) == true
        );
        logging.AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>Sends traces and metrics by OTLP over HTTP.</summary>
    /// <param name="services">The server's services.</param>
    /// <param name="to">Where to; null for nowhere.</param>
    public static void Send(IServiceCollection services, Uri? to)
    {
        if (to is null)
            return;
        services
            .AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("assay"))
            .WithTracing(t =>
                t.AddAspNetCoreInstrumentation(o => o.EnrichWithHttpResponse = (span, answer) => Blank(span, answer.HttpContext))
                    .AddOtlpExporter(o => To(o, to, "v1/traces"))
            )
            .WithMetrics(m => m.AddMeter(Meters).AddOtlpExporter(o => To(o, to, "v1/metrics")));
    }

    // The path holds the name of a case, or a secret: the pattern of the address stands in for it.
    private static void Blank(System.Diagnostics.Activity span, HttpContext context)
    {
        span.SetTag("url.path", ServerLog.Route(context));
        span.SetTag("url.query", null);
    }

    private static void To(OtlpExporterOptions options, Uri to, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(to.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
