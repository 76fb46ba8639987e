using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging;
using Talent.Messaging.Storage;

namespace Talent.Portal.Storage;

/// <summary>Keeps the keys of Data Protection in the portal's database, so that every replica reads every cookie.</summary>
public sealed class ProtectionKeyRepository(ServiceStorage<PortalContext> storage, IdentifierSource identifiers) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = storage.CreateContext();
        return [.. context.ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).AsEnumerable().Select(key => XElement.Parse(key.Xml))];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var row = new ProtectionKeyRow { Id = $"{friendlyName}-{identifiers.Next()}", Xml = element.ToString(SaveOptions.DisableFormatting) };
        // Data Protection asks for its keys without awaiting; there is no synchronisation context to block.
        storage.WriteAsync(
            (context, _) =>
            {
                context.ProtectionKeys.Add(row);
                return Task.FromResult(true);
            },
            CancellationToken.None).GetAwaiter().GetResult();
    }
}
