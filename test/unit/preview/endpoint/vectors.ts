/** One request and its answer with everything fixed that is random otherwise; the key pair is `testKeys`. */
export const vectors = {
  fresh: {
    key: '000102030405060708090a0b0c0d0e0f',
    vector: 'f0e1d2c3b4a5968778695a4b3c2d1e0f',
  },
  payload: {
    version: '3.0',
    action: 'data_exchange',
    screen: 'DAY',
    data: {
      full_name: 'Déwi 🎉',
      day: 'tuesday',
    },
    flow_token: 'token-1',
  },
  encryptedData:
    'JQMBZc2dGP3Zbosr4K97/A4RYeO24efJkErxWr7TIu+aFG/SlVsyXx3FOC315SeENCCgGI5GuFMju329eeNXga6/aaEYSxqD5X6D0GZ3kvWYCbB64mH7CjhS6fdmYUKrZOIFRbCUsN2UrC0MkYJx+iD1YoyS0dyfbW6YgZDf6elM8qgqtgHHT0gXYnWM/PVoikk=',
  encryptedKey:
    'apl1pzzC2USfbzR8gp3vM5pQKJn9RJgMn3Th/k5VtgGbGqnQiGhiiSGyoMfkzRSvL0BgpYodu0YjsZfBHA8gRvOF2QuYJlsajsv9IaVe2ozZmxEb8WRuma6yC6PeCvWaPSmzODizopeN6qzHs3JKe1z/PlqF+533pqg/Ia6ESqdL/cDAHee7lJVXI7JaoBtpx6XFILp0HoWCZj6T6DdOnvJF3b7fB1DovKCuwW76PSA1CjVIch80RYPDRAJjQ34NYay5oAv18WhY6MXmIKSMeOiX5pFsc3Y/TFS3GqWceMZREtvwVRywc6Pxgp3LWm3QLtsJsNIszuWn9cEAFaaKIw==',
  answer: '{"screen":"TIME","data":{"times":[{"id":"10:00","title":"10:00"}]}}',
  sealedAnswer:
    'Yl592YLFwUJb9hUZdtSMRSXkZo0u1ZHbi82A37xeLPBOVUTbtlkLqOHcjiEINiwBptJuFGbptq/r0nsleNQubqiwa6wrJHUJVblFGnUA+t/r5PQ=',
  body: '{"encrypted_flow_data":"AA==","encrypted_aes_key":"AA==","initial_vector":"AA=="}',
  signature: 'sha256=6bf3a5c55a7be0660e17e6adc990762461228ad4048857988e1684024d6097cf',
};
