using Bunit;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Outbox;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Outbox;

public sealed class OutboxPageTests : PageTest
{
    [Fact]
    public async Task It_lists_what_was_given_up_with_its_error_and_sends_it_on_its_way_again()
    {
        await Portal.Database.AddAsync(new OutboxMessage { NodeKey = 1, EntryId = 1, AccountId = 1, Kind = "webhook", Status = OutboxStatus.Dead, Attempts = 8, Error = "No route to the host." });
        var page = Show<OutboxPage>("/outbox");
        page.WaitForAssertion(() => Assert.Contains("No route to the host.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Given up (1)", page.Markup, StringComparison.Ordinal);

        await page.Find("button[aria-label^='Retry message']").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("1 message is on its way again.", page.Markup, StringComparison.Ordinal));
        await using var context = Portal.Open();
        var message = await context.OutboxMessages.SingleAsync();
        Assert.Equal((OutboxStatus.Waiting, 0), (message.Status, message.Attempts));
    }
}
