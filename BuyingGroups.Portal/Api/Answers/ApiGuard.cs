using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Access;
using BuyingGroups.Portal.Api.Bodies;
using Microsoft.AspNetCore.Diagnostics;

namespace BuyingGroups.Portal.Api.Answers;

/// <summary>Stands in front of the API: whatever goes wrong behind it is answered as a <see cref="Problem"/>, never as a page and never as nothing.</summary>
public sealed partial class ApiGuard(RequestDelegate next, ILogger<ApiGuard> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiKeyAuthentication.IsFor(context))
        {
            await next(context);
            return;
        }
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
                await Problem.WriteAsync(context, [ReasonOf(context)]);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await Problem.WriteAsync(context, [exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? new BodyTooLarge(JsonBody.LargestBytes) : new BrokenRequest()]);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone; nobody reads an answer.
        }
#pragma warning disable CA1031 // The last place before the caller: it is logged here and answered.
        catch (Exception exception) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogFault(logger, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "", context.TraceIdentifier, exception);
            await Problem.WriteAsync(context, [new Unexpected(context.TraceIdentifier)]);
        }
    }

    private static Refusal ReasonOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new NoSuchAddress(),
        StatusCodes.Status405MethodNotAllowed => new MethodNotAllowed(context.Request.Method),
        StatusCodes.Status413PayloadTooLarge => new BodyTooLarge(JsonBody.LargestBytes),
        StatusCodes.Status415UnsupportedMediaType => new JsonExpected(),
        < 500 => new BrokenRequest(),
        _ => new Unexpected(context.TraceIdentifier),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed ({Trace}).")]
    private static partial void LogFault(ILogger logger, string method, string endpoint, string trace, Exception exception);
}
