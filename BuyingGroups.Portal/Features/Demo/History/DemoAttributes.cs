using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo.History;

/// <summary>What the demo's activities were about: pages, emails, events.</summary>
internal static class DemoAttributes
{
    private static readonly (int Type, string Name, string[] Values)[] About =
    [
        (ActivityType.PageViews, "page", ["Pricing", "Fleet costs compared", "Customer stories", "Product tour", "Integrations", "About us"]),
        (ActivityType.EmailOpened, "email", ["Autumn news", "What a van costs a year", "Invitation to Lyon"]),
        (ActivityType.EmailClicked, "email", ["What a van costs a year", "Invitation to Lyon"]),
        (ActivityType.LinkClicks, "link", ["Price list", "Calculator"]),
        (ActivityType.FormFilledOut, "form", ["Book a demonstration", "Download the price guide"]),
        (ActivityType.RegisterForEvent, "event", ["Fleet days, Lyon", "Webinar: charging overnight"]),
        (ActivityType.AttendEvent, "event", ["Fleet days, Lyon", "Webinar: charging overnight"]),
        (ActivityType.InterestingMoment, ActivityAttribute.Description, ["Asked for a price", "Came back after six months", "Forwarded our offer to the board"]),
    ];

    public static async Task AddAsync(PortalDbContext context, string keyPrefix, CancellationToken cancellationToken)
    {
        foreach (var (type, name, values) in About)
        {
            for (var i = 0; i < values.Length; i++)
            {
                await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO activity_attributes (activity_id, name, value, normalized_value)
                    SELECT a.id, {name}, {values[i]}, {NormalizedText.Required(values[i])} FROM activities a
                    WHERE a.activity_type_id = {type} AND a.source_key LIKE {keyPrefix + "%"} AND a.id % {values.Length} = {i}
                    """,
                    cancellationToken);
            }
        }
    }
}
