using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Workbench.Team;

/// <summary>How often an address may be asked for; beyond it the answer is 429, with the seconds to wait.</summary>
internal static class RateRules
{
    private const int Steps = 6;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Puts the rules into the server.</summary>
    public static void Add(IServiceCollection services, TeamRates rates) =>
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Rule(context, rates));
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute / Steps;
                return new ValueTask(Later(rejected.HttpContext, wait));
            };
        });

    /// <summary>Says that something was asked for too often.</summary>
    public static Task Later(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Refusals.Say(
            context,
            StatusCodes.Status429TooManyRequests,
            $"That was asked for too often. Wait {seconds} seconds. Nothing was changed."
        );
    }

    private static RateLimitPartition<string> Rule(HttpContext context, TeamRates rates) =>
        (context.GetEndpoint()?.Metadata.GetMetadata<Needs>()?.Rate ?? Rate.Page) switch
        {
            Rate.Free => RateLimitPartition.GetNoLimiter(""),
            Rate.Guess => Window("g " + Address(context), rates.Guesses),
            Rate.Api => Window("a " + Whose(context), rates.Api),
            Rate.Upload => Window("u " + Whose(context), rates.Uploads),
            _ => Window("p " + Whose(context), rates.Pages),
        };

    private static RateLimitPartition<string> Window(string whose, int most) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            whose,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = most,
                Window = Minute,
                SegmentsPerWindow = Steps,
                QueueLimit = 0,
            }
        );

    private static string Whose(HttpContext context) =>
        Visitor.Of(context).Known is { } known ? known.Person.Id.ToString(CultureInfo.InvariantCulture) : Address(context);

    // Whoever has one address of version 6 has a whole network of them.
    private static string Address(HttpContext context) =>
        context.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } six => new IPAddress([
                .. six.GetAddressBytes().Take(8),
                .. new byte[8],
            ]).ToString(),
            var four => four.ToString(),
        };
}
